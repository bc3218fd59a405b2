package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"

	events "languages/types/gojsonschema/fact_sheet_created"
)

func main() {
	schema := jsonschema.NewCompiler().MustCompile("fact-sheet-created.json")
	body, err := jsonschema.UnmarshalJSON(os.Stdin)
	if err == nil {
		err = schema.Validate(body)
	}
	if err != nil {
		log.Fatal(err)
	}
	text, _ := json.Marshal(body)
	var payload events.FactSheetCreatedPayload
	_ = json.Unmarshal(text, &payload)
	fmt.Println(payload.FactSheet.DisplayName)
}
