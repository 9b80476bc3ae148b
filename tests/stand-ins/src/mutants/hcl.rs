//! Mutants of Terraform files.

/// Placeholder until the file is filled in below.
pub fn hcl(_text: &str) -> Vec<(String, String)> {
    Vec::new()
}
