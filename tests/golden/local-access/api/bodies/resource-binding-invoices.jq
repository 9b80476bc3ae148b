{
  "name": "invoices",
  "target": {
    "crn": "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1d3f8c54-6b1a-4a37-9d0e-2f5b7c8e9a10:bucket:invoices"
  }
}
