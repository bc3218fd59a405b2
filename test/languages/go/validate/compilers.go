package main

import (
	"bytes"
	"encoding/json"
	"os"

	google "github.com/google/jsonschema-go/jsonschema"
	kaptinlin "github.com/kaptinlin/jsonschema"
	santhosh "github.com/santhosh-tekuri/jsonschema/v6"
	xeipuuv "github.com/xeipuuv/gojsonschema"
)

var compilers = map[string]func(file string) func(body []byte) bool{
	"santhosh-tekuri": func(file string) func(body []byte) bool {
		schema, err := santhosh.NewCompiler().Compile(file)
		check(err)
		return func(body []byte) bool {
			value, err := santhosh.UnmarshalJSON(bytes.NewReader(body))
			check(err)
			return schema.Validate(value) == nil
		}
	},
	"kaptinlin": func(file string) func(body []byte) bool {
		schema, err := kaptinlin.NewCompiler().Compile(read(file))
		check(err)
		return func(body []byte) bool { return schema.ValidateJSON(body).IsValid() }
	},
	"google": func(file string) func(body []byte) bool {
		var schema google.Schema
		check(json.Unmarshal(read(file), &schema))
		resolved, err := schema.Resolve(nil)
		check(err)
		return func(body []byte) bool {
			var value any
			check(json.Unmarshal(body, &value))
			return resolved.Validate(value) == nil
		}
	},
	"xeipuuv": func(file string) func(body []byte) bool {
		schema, err := xeipuuv.NewSchema(xeipuuv.NewBytesLoader(read(file)))
		check(err)
		return func(body []byte) bool {
			result, err := schema.Validate(xeipuuv.NewBytesLoader(body))
			check(err)
			return result.Valid()
		}
	},
}

func read(file string) []byte {
	text, err := os.ReadFile(file)
	check(err)
	return text
}
