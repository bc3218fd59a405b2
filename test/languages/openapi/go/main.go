// go run . <examples>: prints the message, as JSON, of a body that it cannot read
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
)

func main() {
	file, err := os.Open(os.Args[1])
	check(err)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var example struct {
			Type string
			Body json.RawMessage
		}
		check(json.Unmarshal(lines.Bytes(), &example))
		var written any = types[example.Type]()
		if err := json.Unmarshal(example.Body, written); err != nil {
			written = "not read: " + err.Error()
		}
		text, err := json.Marshal(written)
		check(err)
		fmt.Println(string(text))
	}
	check(lines.Err())
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
