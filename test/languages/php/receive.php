<?php
require is_file('vendor/autoload.php') ? 'vendor/autoload.php' : 'JsonSchema/autoload.php';

$body = json_decode(file_get_contents('php://stdin'), flags: JSON_THROW_ON_ERROR);
$validator = new JsonSchema\Validator();
$validator->validate($body, (object) ['$ref' => 'file://' . realpath('fact-sheet-created.json')]);
foreach ($validator->getErrors() as $error) {
    throw new UnexpectedValueException("{$error['property']}: {$error['message']}");
}

echo $body->factSheet->displayName, "\n";
