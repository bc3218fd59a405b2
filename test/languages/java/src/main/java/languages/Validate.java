package languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** java languages.Validate &lt;schemas&gt; &lt;corpus&gt; */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        Path schemas = Path.of(arguments[0]);
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Schema> validators = new HashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        PrintStream out = new PrintStream(System.out, false);
        int number = 0;
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            JsonNode item = mapper.readTree(line);
            for (var name : (Iterable<String>) item.get("verdicts")::fieldNames) {
                if (!validators.containsKey(name))
                    validators.put(name, registry.getSchema(Files.readString(schemas.resolve(name + ".json"))));
                boolean valid = validators.get(name).validate(item.get("body")).isEmpty();
                out.println(number + "\t" + name + "\t" + (valid ? "valid" : "invalid"));
            }
            number++;
        }
        out.flush();
    }
}
