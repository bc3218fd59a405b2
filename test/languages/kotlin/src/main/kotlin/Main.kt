import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import java.io.File
import quicktype.FactSheetCreatedPayload

fun main() {
    val schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(File("fact-sheet-created.json").readText())
    val body = System.`in`.bufferedReader().readText()
    val errors = schema.validate(ObjectMapper().readTree(body))
    require(errors.isEmpty()) { errors.toString() }

    val payload = FactSheetCreatedPayload.fromJson(body)
    println(payload.factSheet.displayName)
}
