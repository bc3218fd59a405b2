import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import pojo.fact_sheet_created.FactSheetCreatedPayload;

public class Receive {
    public static void main(String[] arguments) throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(Path.of("schemas/fact_sheet_created/FactSheetCreatedPayload.json")));
        var body = new ObjectMapper().readTree(System.in);
        var errors = schema.validate(body);
        if (!errors.isEmpty()) throw new IllegalArgumentException(errors.toString());

        var payload = new ObjectMapper().treeToValue(body, FactSheetCreatedPayload.class);
        System.out.println(payload.getFactSheet().getDisplayName());
    }
}
