// go run ./roundtrip <quicktype | gojsonschema> <examples>
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
)

func main() {
	tool, examples := os.Args[1], os.Args[2]
	file, err := os.Open(examples)
	check(err)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var example struct {
			Module string
			Body   json.RawMessage
		}
		check(json.Unmarshal(lines.Bytes(), &example))
		read := types[tool][example.Module]()
		check(json.Unmarshal(example.Body, read))
		written, err := json.Marshal(read)
		check(err)
		fmt.Println(string(written))
	}
	check(lines.Err())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
