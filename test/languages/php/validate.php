<?php
// php validate.php <schemas> <corpus>
require 'JsonSchema/autoload.php';

[, $schemas, $corpus] = $argv;
$factory = new JsonSchema\Constraints\Factory(new JsonSchema\SchemaStorage());
foreach (file($corpus) as $number => $line) {
    $item = json_decode($line);
    foreach ($item->verdicts as $name => $_) {
        $validator = new JsonSchema\Validator($factory);
        $validator->validate($item->body, (object) ['$ref' => "file://$schemas/$name.json"]);
        echo "$number\t$name\t", $validator->isValid() ? 'valid' : 'invalid', "\n";
    }
}
