//! VPE Planner plans IBM Cloud Virtual Private Endpoint gateways.

pub mod address;
pub mod catalog;
pub mod edit;
pub mod export;
pub mod handover;
pub mod model;
pub mod plan;
pub mod rules;
pub mod steps;
