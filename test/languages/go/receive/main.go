package main

import (
	"errors"
	"fmt"
	"github.com/go-viper/mapstructure/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"os"
)

func main() {
	schema := jsonschema.NewCompiler().MustCompile("FactSheetCreatedPayload")
	body, err := jsonschema.UnmarshalJSON(os.Stdin)
	var payload FactSheetCreatedPayload
	if err := errors.Join(err, schema.Validate(body), mapstructure.Decode(body, &payload)); err != nil {
		panic(err)
	}
	fmt.Println(payload.FactSheet.DisplayName)
}
