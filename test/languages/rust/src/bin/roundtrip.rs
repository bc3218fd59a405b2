//! cargo run --bin roundtrip <quicktype | typify> <examples>

use serde_json::{Value, from_value, to_value};
use std::{env, error::Error, fs};

#[allow(dead_code)]
#[path = "../quicktype_types/mod.rs"]
mod quicktype_types;
#[allow(dead_code)]
#[path = "../typify_types/mod.rs"]
mod typify_types;

macro_rules! events {
    ($($name:literal $module:ident $type:ident;)*) => {
        fn read_and_write(tool: &str, module: &str, body: Value) -> serde_json::Result<Value> {
            match (tool, module) {
                $(("quicktype", $name) => to_value(from_value::<quicktype_types::$module::$type>(body)?),
                ("typify", $name) => to_value(from_value::<typify_types::$module::$type>(body)?),)*
                _ => panic!("no types for {module}"),
            }
        }
    };
}
include!("../events.rs");

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    for line in fs::read_to_string(&arguments[2])?.lines() {
        let mut example: Value = serde_json::from_str(line)?;
        let module = example["module"].as_str().ok_or("no module")?.to_owned();
        let written = read_and_write(&arguments[1], &module, example["body"].take());
        println!("{}", written.map_err(|error| format!("{module}: {error}"))?);
    }
    Ok(())
}
