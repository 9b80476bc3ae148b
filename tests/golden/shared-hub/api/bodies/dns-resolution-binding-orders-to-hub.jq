{
  "name": "orders-to-hub",
  "vpc": {
    "crn": "crn:v1:bluemix:public:is:eu-es:a/aa2432b1fa4d4ace891e9b80fc104e34::vpc:r050-3f1c9a52-7d84-4b06-9e2f-5a8c0d7b6e14"
  }
}
