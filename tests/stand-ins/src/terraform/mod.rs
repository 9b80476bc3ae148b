//! Whether Terraform text says only what the provider has.
