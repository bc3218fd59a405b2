//! cargo run <examples>: prints the message, as JSON, of a body that it cannot read

use serde_json::{Value, from_value, to_value};
use std::{env, error::Error, fs};

#[allow(dead_code)]
mod models;

macro_rules! events {
    ($($name:literal $type:ident;)*) => {
        fn read_and_write(name: &str, body: Value) -> serde_json::Result<Value> {
            match name {
                $($name => to_value(from_value::<models::$type>(body)?),)*
                _ => panic!("no model {name}"),
            }
        }
    };
}
include!("events.rs");

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("no examples")?;
    for line in fs::read_to_string(file)?.lines() {
        let mut example: Value = serde_json::from_str(line)?;
        let name = example["type"].as_str().ok_or("no type")?.to_owned();
        let written = read_and_write(&name, example["body"].take());
        println!("{}", written.unwrap_or_else(|error| format!("not read: {error}").into()));
    }
    Ok(())
}
