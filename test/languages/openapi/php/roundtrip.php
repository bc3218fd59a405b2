<?php
// php roundtrip.php <examples>: prints the message, as JSON, of a body that it cannot read
spl_autoload_register(function ($class) {
    $file = 'lib/' . strtr(substr($class, strlen('OpenAPI\\Client\\')), '\\', '/') . '.php';
    if (is_file($file)) {
        require $file;
    }
});

use OpenAPI\Client\ObjectSerializer;

foreach (file($argv[1]) as $line) {
    $example = json_decode($line);
    try {
        $read = ObjectSerializer::deserialize($example->body, "OpenAPI\\Client\\Model\\$example->type");
        $written = ObjectSerializer::sanitizeForSerialization($read);
    } catch (InvalidArgumentException | TypeError $error) {
        $written = "not read: {$error->getMessage()}";
    }
    echo json_encode($written, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION), "\n";
}
