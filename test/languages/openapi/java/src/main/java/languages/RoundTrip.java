package languages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openapitools.client.ApiClient;

/** java languages.RoundTrip &lt;examples&gt;: prints the message, as JSON, of a body that it cannot read */
public class RoundTrip {
    public static void main(String[] arguments) throws Exception {
        ObjectMapper mapper = ApiClient.createDefaultObjectMapper();
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            JsonNode example = mapper.readTree(line);
            Class<?> type = Class.forName("org.openapitools.client.model." + example.get("type").asText());
            try {
                out.println(mapper.writeValueAsString(mapper.treeToValue(example.get("body"), type)));
            } catch (JsonProcessingException error) {
                out.println(mapper.writeValueAsString("not read: " + error.getOriginalMessage()));
            }
        }
        out.flush();
    }
}
