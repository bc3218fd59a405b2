//! cargo run --bin validate <schemas> <corpus>

use jsonschema::Validator;
use serde_json::Value;
use std::{collections::HashMap, env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    let (schemas, corpus) = (&arguments[1], &arguments[2]);
    let mut validators: HashMap<String, Validator> = HashMap::new();

    for (number, line) in fs::read_to_string(corpus)?.lines().enumerate() {
        let item: Value = serde_json::from_str(line)?;
        for name in item["verdicts"].as_object().ok_or("no verdicts")?.keys() {
            if !validators.contains_key(name) {
                let schema = serde_json::from_str(&fs::read_to_string(format!("{schemas}/{name}.json"))?)?;
                validators.insert(name.clone(), jsonschema::validator_for(&schema)?);
            }
            let verdict = if validators[name].is_valid(&item["body"]) { "valid" } else { "invalid" };
            println!("{number}\t{name}\t{verdict}");
        }
    }
    Ok(())
}
