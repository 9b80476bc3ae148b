# Plan: What exists is taken over
# Content: 3929e998fb24
# Written for: provider IBM-Cloud/ibm >= 2.1.0, < 3.0.0
# Region: us-east. Account: 3f0c8a51d7e94b26a1c5e08d92b7f614.

# What exists already and is taken over. "terraform plan" must say of each that it will be
# imported, and of none that it must be replaced or destroyed: the account then has it
# otherwise than these files say. After an apply this file can be removed.
# - The ports of a rule are not read by its import: they are updated in place, once.
# - The binding of an address (..._gateway_ip) that its gateway does not have yet cannot be
#   imported: remove its block here, and it is made.

import {
  to = ibm_is_vpc.ledger
  id = "r014-7b1f0c52-3d8e-4a96-b0c7-5e21d94f8a03"
}

import {
  to = ibm_is_vpc_address_prefix.ledger_east_1
  id = "r014-7b1f0c52-3d8e-4a96-b0c7-5e21d94f8a03/r014-1c9d4e70-86b2-4f35-9a1e-0d7c52e83b46"
}

import {
  to = ibm_is_vpc_address_prefix.ledger_east_2
  id = "r014-7b1f0c52-3d8e-4a96-b0c7-5e21d94f8a03/r014-d4a05b18-2f7c-4e93-8b60-91c3f7e2a5d0"
}

import {
  to = ibm_is_subnet.vpe_1
  id = "0757-2e8b6d14-90a7-4c53-bf12-6a3d05e7c9f8"
}

import {
  to = ibm_is_subnet.vpe_2
  id = "0767-f17a4c08-5d3e-4b92-86e0-d95b2c7103a4"
}

import {
  to = ibm_is_security_group.clients
  id = "r014-93e5b7d0-6c2f-4810-a7b9-f04d1e8c6352"
}

import {
  to = ibm_is_security_group_rule.https
  id = "r014-93e5b7d0-6c2f-4810-a7b9-f04d1e8c6352.r014-4f82c6a1-7e0b-4d95-b3f8-25a9c1d07e64"
}

import {
  to = ibm_is_security_group_rule.ping
  id = "r014-93e5b7d0-6c2f-4810-a7b9-f04d1e8c6352.r014-e0b95d37-18c4-4a6f-92e7-7d3f06b1c8a2"
}

import {
  to = ibm_is_virtual_endpoint_gateway.secrets
  id = "r014-b25c8f6e-04d1-4937-8ea5-1f9067d3c2b8"
}

import {
  to = ibm_is_subnet_reserved_ip.secrets["us-east-1"]
  id = "0757-2e8b6d14-90a7-4c53-bf12-6a3d05e7c9f8/0757-a60d3f95-4b18-4e7c-92d5-c81e07b4f263"
}

import {
  to = ibm_is_virtual_endpoint_gateway_ip.secrets["us-east-1"]
  id = "r014-b25c8f6e-04d1-4937-8ea5-1f9067d3c2b8/0757-a60d3f95-4b18-4e7c-92d5-c81e07b4f263"
}

import {
  to = ibm_is_subnet_reserved_ip.secrets["us-east-2"]
  id = "0767-f17a4c08-5d3e-4b92-86e0-d95b2c7103a4/0767-0b7e2d4c-a981-4f56-b3c0-e72f95d80164"
}

import {
  to = ibm_is_virtual_endpoint_gateway_ip.secrets["us-east-2"]
  id = "r014-b25c8f6e-04d1-4937-8ea5-1f9067d3c2b8/0767-0b7e2d4c-a981-4f56-b3c0-e72f95d80164"
}
