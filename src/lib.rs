//! VPE Planner.
