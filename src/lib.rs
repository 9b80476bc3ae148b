//! VPE Planner plans IBM Cloud Virtual Private Endpoint gateways.

pub mod address;
#[cfg(any(target_arch = "wasm32", test))]
pub mod app;
pub mod catalog;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod edit;
pub mod export;
pub mod handover;
pub mod import;
pub mod model;
pub mod plan;
pub mod rules;
pub mod steps;
