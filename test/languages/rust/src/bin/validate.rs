//! cargo run --bin validate <jsonschema | boon> <schemas> <corpus>

use serde_json::Value;
use std::{collections::HashMap, env, error::Error, fs};

type Validator = Box<dyn Fn(&Value) -> bool>;

fn compile(tool: &str, file: &str) -> Result<Validator, Box<dyn Error>> {
    let schema: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    if tool == "jsonschema" {
        let validator = jsonschema::validator_for(&schema)?;
        return Ok(Box::new(move |body| validator.is_valid(body)));
    }
    let (mut compiler, mut schemas) = (boon::Compiler::new(), boon::Schemas::new());
    compiler.add_resource(file, schema)?;
    let index = compiler.compile(file, &mut schemas)?;
    Ok(Box::new(move |body| schemas.validate(body, index).is_ok()))
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    let (tool, schemas, corpus) = (&arguments[1], &arguments[2], &arguments[3]);
    let mut validators: HashMap<String, Validator> = HashMap::new();

    for (number, line) in fs::read_to_string(corpus)?.lines().enumerate() {
        let item: Value = serde_json::from_str(line)?;
        for name in item["verdicts"].as_object().ok_or("no verdicts")?.keys() {
            if !validators.contains_key(name) {
                validators.insert(name.clone(), compile(tool, &format!("{schemas}/{name}.json"))?);
            }
            let verdict = if validators[name](&item["body"]) { "valid" } else { "invalid" };
            println!("{number}\t{name}\t{verdict}");
        }
    }
    Ok(())
}
