import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import java.io.File
import quicktype.FactSheetCreatedPayload
import quicktype.mapper

fun main() {
    val schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(File("fact-sheet-created.json").readText())
    val body = System.`in`.bufferedReader().readText()
    val errors = schema.validate(ObjectMapper().readTree(body))
    require(errors.isEmpty()) { errors.toString() }

    // LeanIX adds fields.
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
    val payload = FactSheetCreatedPayload.fromJson(body)
    println(payload.factSheet.displayName)
}
