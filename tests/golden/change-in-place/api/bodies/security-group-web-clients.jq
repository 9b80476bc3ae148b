{
  "name": "web-clients",
  "vpc": {"id": "r018-4c7e1a90-52d3-4f8b-b6a1-90e37d5c2f14"}
}
