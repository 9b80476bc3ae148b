//! Plans to start from.

/// A plan to start from.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// Its short id, for the command line.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it is for, one sentence.
    pub summary: &'static str,
    /// How much is in it.
    pub size: &'static str,
    /// The plan file.
    pub text: &'static str,
}

/// All templates, in the order in which they are offered.
pub static TEMPLATES: [Template; 2] = [
    Template {
        id: "object-storage",
        title: "Object Storage, three zones",
        summary: "The smallest useful plan: one gateway, an address in each zone.",
        size: "1 VPC, 1 gateway, 3 addresses",
        text: include_str!("templates/object-storage.json"),
    },
    Template {
        id: "keys-and-secrets",
        title: "Keys and secrets",
        summary: "Key Protect and Secrets Manager for an application VPC.",
        size: "1 VPC, 2 gateways, 6 addresses",
        text: include_str!("templates/keys-and-secrets.json"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_a_plan_file_as_this_program_writes_it() {
        for template in &TEMPLATES {
            let plan = crate::plan::read(template.text).unwrap_or_else(|e| panic!("{}: {e}", template.id));
            assert_eq!(crate::plan::write(&plan), template.text, "{}", template.id);
        }
    }
}
