// go run ./validate <santhosh-tekuri | kaptinlin | google | xeipuuv> <schemas> <corpus>
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
)

func main() {
	compile, schemas, corpus := compilers[os.Args[1]], os.Args[2], os.Args[3]
	file, err := os.Open(corpus)
	check(err)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()

	validators := map[string]func(body []byte) bool{}
	for number := 0; lines.Scan(); number++ {
		var item struct {
			Verdicts map[string]bool
			Body     json.RawMessage
		}
		check(json.Unmarshal(lines.Bytes(), &item))
		for name := range item.Verdicts {
			if validators[name] == nil {
				validators[name] = compile(schemas + "/" + name + ".json")
			}
			verdict := "invalid"
			if validators[name](item.Body) {
				verdict = "valid"
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
