// go run ./validate <schemas> <corpus>
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func main() {
	schemas, corpus := os.Args[1], os.Args[2]
	file, err := os.Open(corpus)
	check(err)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()

	validators := map[string]*jsonschema.Schema{}
	for number := 0; lines.Scan(); number++ {
		var item struct {
			Verdicts map[string]bool
			Body     json.RawMessage
		}
		check(json.Unmarshal(lines.Bytes(), &item))
		body, err := jsonschema.UnmarshalJSON(bytes.NewReader(item.Body))
		check(err)
		for name := range item.Verdicts {
			if validators[name] == nil {
				validators[name], err = jsonschema.NewCompiler().Compile(schemas + "/" + name + ".json")
				check(err)
			}
			verdict := "valid"
			if validators[name].Validate(body) != nil {
				verdict = "invalid"
			}
			fmt.Fprintf(out, "%d\t%s\t%s\n", number, name, verdict)
		}
	}
	check(lines.Err())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
