# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The description against the program's own tables: routes, records, messages, codes."""

import re

LARGEST = 2**63 - 1


def schema_name(type_name):
    return type_name.removeprefix('Interview')


class Problems(list):
    def expect(self, there, text):
        if not there:
            self.append(text)


def field_schema(record, name, field):
    """The schema that a field of a record has to have."""
    kind, low, high = field['kind'], field['minimum'], field['maximum']
    ref = '#/components/schemas/'
    if record == 'InterviewProblem' and name == 'code':
        return {'$ref': ref + 'Code'}
    if kind == 'string':
        schema = {'type': 'string'}
        if low:
            schema['minLength'] = low
        if high:
            schema['maxLength'] = high
        return schema
    if kind in ('id', 'time'):
        return {'$ref': ref + kind.capitalize()}
    if kind in ('integer', 'double'):
        schema = {'type': 'integer' if kind == 'integer' else 'number'}
        if low or high:
            schema['minimum'] = low
            if high < LARGEST:
                schema['maximum'] = high
        return schema
    if kind == 'boolean':
        return {'type': 'boolean'}
    if kind == 'choice':
        return {'enum': field['choices']}
    if kind == 'record':
        return {'$ref': ref + schema_name(field['type'])}
    items = ({'type': 'string', 'maxLength': 2000} if kind == 'strings'
             else {'$ref': ref + schema_name(field['type'])})
    schema = {'type': 'array', 'maxItems': high or 200, 'items': items}
    if low:
        schema['minItems'] = low
    return schema


def compare_records(problems, records, schemas):
    for record, fields in records.items():
        name = schema_name(record)
        schema = schemas.get(name)
        if schema is None:
            problems.append(f'schema {name} is missing')
            continue
        required = sorted(f for f, field in fields.items() if field['required'])
        problems.expect(sorted(schema.get('required', [])) == required,
                        f'{name}: required is not {required}')
        problems.expect(schema.get('additionalProperties') is False, f'{name}: is open')
        problems.expect(sorted(schema['properties']) == sorted(fields), f'{name}: other fields')
        for field, facts in fields.items():
            expected = field_schema(record, field, facts)
            problems.expect(schema['properties'].get(field) == expected,
                            f'{name}.{field}: is not {expected}')


def compare_body(problems, name, expected, content):
    if expected == 'GBytes':
        problems.expect(list(content) == ['application/octet-stream'], f'{name}: other body')
        return
    media = ('application/x-www-form-urlencoded' if expected == 'InterviewAnswerForm'
             else 'application/json')
    ref = content.get(media, {}).get('schema', {}).get('$ref', '').split('/')[-1]
    problems.expect(ref == schema_name(expected), f'{name}: other body')


def compare_routes(problems, routes, document):
    described = {}
    for path, item in document['paths'].items():
        for method, operation in item.items():
            if method != 'parameters':
                described[operation['operationId']] = (path, method, operation)
    problems.expect(sorted(described) == sorted(routes), 'other routes than the program has')
    for name, route in routes.items():
        if name not in described:
            continue
        path, method, operation = described[name]
        problems.expect(re.sub(r'\{\w+\}', '{}', path) == route['path'], f'{name}: other path')
        problems.expect(method.upper() == route['method'], f'{name}: other method')
        problems.expect(('security' in operation) == route['public'], f'{name}: other security')
        parameters = [p['$ref'].split('/')[-1] for p in operation.get('parameters', [])]
        problems.expect(('IdempotencyKey' in parameters) == route['keyed'], f'{name}: other key')
        query = sorted(p.lower() for p in parameters
                       if p not in ('IdempotencyKey', 'AcceptLanguage'))
        problems.expect(query == sorted(route['query'].split()), f'{name}: other parameters')
        compare_body(problems, name, route.get('body', ''),
                     operation.get('requestBody', {}).get('content', {}))


def compare_messages(problems, description, schemas):
    variants = {v['properties']['type']['const']: v['properties']['body']['$ref'].split('/')[-1]
                for v in schemas['Message']['oneOf']}
    expected = {t: schema_name(body) for t, body in description['messages'].items()}
    problems.expect(variants == expected, 'other messages')
    problems.expect(schemas['Code']['enum'] == description['codes'], 'other codes')
