require "json"
require "set"
require "json_schemer"

schema = JSONSchemer.schema(JSON.parse(File.read("fact-sheet-created.json")))
body = JSON.parse($stdin.read)
schema.validate(body).each { |error| abort "#{error["data_pointer"]}: #{error["type"]}" }

puts body["factSheet"]["displayName"]
