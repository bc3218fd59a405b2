import json
import sys

from jsonschema import Draft202012Validator
from models import FactSheetCreatedPayload

with open("fact-sheet-created.json", encoding="utf-8") as file:
    validator = Draft202012Validator(json.load(file))

body = json.load(sys.stdin)
for error in validator.iter_errors(body):
    sys.exit(f"{error.json_path}: {error.message}")

payload = FactSheetCreatedPayload.model_validate(body)
print(payload.factSheet.displayName)
