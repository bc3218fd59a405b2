package languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.erosb.jsonsKema.JsonParser;
import com.github.erosb.jsonsKema.SchemaLoader;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.everit.json.schema.ValidationException;
import org.json.JSONObject;
import org.json.JSONTokener;

/** By tool: from a schema to a function that says whether a body is valid. */
class Compilers {
    private static final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static final Map<String, Function<String, Predicate<JsonNode>>> byTool = Map.of(
        "networknt", text -> {
            var schema = registry.getSchema(text);
            return body -> schema.validate(body).isEmpty();
        },
        "vertx", text -> {
            var json = new JsonObject(text);
            var draft = Draft.fromIdentifier(json.getString("$schema"));
            var options = new JsonSchemaOptions().setBaseUri("https://example.org").setDraft(draft).setOutputFormat(OutputFormat.Flag);
            var validator = Validator.create(JsonSchema.of(json), options);
            return body -> validator.validate(Json.decodeValue(body.toString())).getValid();
        },
        "everit", text -> {
            var schema = org.everit.json.schema.loader.SchemaLoader.load(new JSONObject(text));
            return body -> {
                try {
                    schema.validate(new JSONTokener(body.toString()).nextValue());
                    return true;
                } catch (ValidationException error) {
                    return false;
                }
            };
        },
        "json-sKema", text -> {
            var schema = new SchemaLoader(new JsonParser(text).parse()).load();
            var validator = com.github.erosb.jsonsKema.Validator.forSchema(schema);
            return body -> validator.validate(new JsonParser(body.toString()).parse()) == null;
        }
    );
}
