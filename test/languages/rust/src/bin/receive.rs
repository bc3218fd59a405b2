use std::{error::Error, fs, io};

typify::import_types!(schema = "fact-sheet-created.json");

fn main() -> Result<(), Box<dyn Error>> {
    let schema = serde_json::from_str(&fs::read_to_string("fact-sheet-created.json")?)?;
    let validator = jsonschema::validator_for(&schema)?;

    let body: serde_json::Value = serde_json::from_reader(io::stdin())?;
    if let Err(error) = validator.validate(&body) {
        return Err(format!("{}: {error}", error.instance_path()).into());
    }

    let payload: FactSheetCreatedPayload = serde_json::from_value(body)?;
    println!("{}", payload.fact_sheet.display_name);
    Ok(())
}
