//! Mutants of an argument list.

use super::json::json_body;
use super::misspelt;

/// Each flag (with its value), positional argument and command word dropped, misspelt and repeated;
/// each flag's value dropped; and the mutants of a value that is a JSON object.
pub fn argv(argv: &[String]) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    let mut index = 0;
    let mut positional = 0;
    while index < argv.len() {
        let arg = &argv[index];
        let next = argv.get(index + 1).filter(|next| !next.starts_with('-'));
        let flag = arg.starts_with('-');
        let value = if flag && !arg.contains('=') { next } else { None };
        let size = if value.is_some() { 2 } else { 1 };
        let (before, rest) = argv.split_at(index);
        let (own, after) = rest.split_at(size);
        let name = if flag {
            arg.split('=').next().unwrap_or(arg).to_owned()
        } else {
            positional += 1;
            format!("argument {positional}")
        };
        let join = |middle: &[String]| [before, middle, after].concat();
        let mut wrong = own.to_vec();
        wrong[0] = match arg.split_once('=') {
            Some((flag, value)) => format!("{}={value}", misspelt(flag)),
            None => misspelt(arg),
        };
        all.push((format!("drop {name}"), join(&[])));
        all.push((format!("misspell {name}"), join(&wrong)));
        all.push((format!("repeat {name}"), join(&[own, own].concat())));
        if let Some(value) = value {
            all.push((format!("drop the value of {name}"), join(&own[..1])));
            if value.starts_with('{') {
                for (mutant, changed) in json_body(value) {
                    let pair = [own[0].clone(), changed];
                    all.push((format!("{name}: {mutant}"), join(&pair)));
                }
            }
        }
        index += size;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_dropped_misspelt_and_repeated() {
        let line: Vec<String> = ["is", "vpc", "v", "--output", "json", "-q"].map(str::to_owned).to_vec();
        let all = argv(&line);
        let find = |mutant: &str| {
            let found = all.iter().find(|(name, _)| name == mutant);
            found.unwrap_or_else(|| panic!("{mutant}")).1.join(" ")
        };
        assert_eq!(find("drop --output"), "is vpc v -q");
        assert_eq!(find("misspell --output"), "is vpc v --outputx json -q");
        assert_eq!(find("repeat -q"), "is vpc v --output json -q -q");
        assert_eq!(find("drop the value of --output"), "is vpc v --output -q");
        assert_eq!(find("drop argument 3"), "is vpc --output json -q");
        assert_eq!(all.len(), 3 * 5 + 1);
    }

    #[test]
    fn a_json_value_is_mutated_inside() {
        let line = ["--new-reserved-ip".to_owned(), r#"{"subnet":{"id":"a"}}"#.to_owned()];
        let all = argv(&line);
        assert!(all.iter().any(|(name, args)| {
            name == "--new-reserved-ip: misspell subnet.id" && args[1] == r#"{"subnet":{"idx":"a"}}"#
        }));
    }
}
