"""python delivery.py <webhook-delivery.json> <examples>: prints each example that the union of all events reads into another class"""

import json
import sys
import warnings

from datamodel_code_generator.__main__ import main

warnings.simplefilter("ignore")
schema, examples = sys.argv[1:]
options = ["--output-model-type", "pydantic_v2.BaseModel", "--enum-field-as-literal", "all"]
if main(["--input", schema, "--input-file-type", "jsonschema", *options, "--output", "webhook_delivery.py"]) != 0:
    sys.exit("no models")

from webhook_delivery import WebhookDelivery  # noqa: E402

for line in open(examples, encoding="utf-8"):
    example = json.loads(line)
    event = WebhookDelivery.model_validate(example["body"])
    while hasattr(event, "root"):
        event = event.root
    if type(event).__name__ != example["type"]:
        print(f"{example['module']} is read into {type(event).__name__}")
