"""python validate.py <jsonschema | jsonschema-rs | fastjsonschema> <schemas> <corpus>"""

import json
import sys

import fastjsonschema
import jsonschema
import jsonschema_rs

tool, schemas, corpus = sys.argv[1:]


def with_jsonschema(schema):
    return jsonschema.validators.validator_for(schema)(schema).is_valid


def with_fastjsonschema(schema):
    check = fastjsonschema.compile(schema)

    def is_valid(body):
        try:
            check(body)
            return True
        except fastjsonschema.JsonSchemaValueException:
            return False

    return is_valid


compile_schema = {
    "jsonschema": with_jsonschema,
    "jsonschema-rs": lambda schema: jsonschema_rs.validator_for(schema).is_valid,
    "fastjsonschema": with_fastjsonschema,
}[tool]
validators = {}
with open(corpus, encoding="utf-8") as lines:
    for number, line in enumerate(lines):
        case = json.loads(line)
        for name in case["verdicts"]:
            if name not in validators:
                with open(f"{schemas}/{name}.json", encoding="utf-8") as file:
                    validators[name] = compile_schema(json.load(file))
            print(number, name, "valid" if validators[name](case["body"]) else "invalid", sep="\t")
