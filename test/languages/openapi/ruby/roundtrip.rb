# ruby roundtrip.rb <examples>: prints the message, as JSON, of a body that it cannot read
require "json"
require "set"

$LOAD_PATH << "lib"
# The client's other files need the gem typhoeus.
%w[api_model_base configuration api_error].each { |file| require "openapi_client/#{file}" }
Dir["lib/openapi_client/models/*.rb"].sort.each { |file| require_relative file }

File.foreach(ARGV[0]) do |line|
  example = JSON.parse(line)
  begin
    body = JSON.parse(example["body"].to_json, symbolize_names: true)
    read = OpenapiClient.const_get(example["type"]).build_from_hash(body)
    puts JSON.generate(read.to_hash)
  rescue ArgumentError => error
    puts JSON.generate("not read: #{error.message}")
  end
end
