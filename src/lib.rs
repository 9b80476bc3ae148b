//! VPE Planner plans IBM Cloud Virtual Private Endpoint gateways.

pub mod plan;
