# ruby validate.rb <schemas> <corpus>
require "json"
require "set"
require "json_schemer"

schemas, corpus = ARGV
validators = Hash.new do |compiled, name|
  compiled[name] = JSONSchemer.schema(JSON.parse(File.read("#{schemas}/#{name}.json")))
end
File.foreach(corpus).with_index do |line, number|
  item = JSON.parse(line)
  item["verdicts"].each_key do |name|
    puts [number, name, validators[name].valid?(item["body"]) ? "valid" : "invalid"].join("\t")
  end
end
