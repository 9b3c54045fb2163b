# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers of the server against the schemas of the description."""

import re


class Validator:
    def __init__(self, document):
        self.schemas = document['components']['schemas']

    def check(self, schema, value, where):
        """Yields what is wrong with a value; knows the words that the document uses."""
        if '$ref' in schema:
            yield from self.check(self.schemas[schema['$ref'].split('/')[-1]], value, where)
            return
        if 'enum' in schema and value not in schema['enum']:
            yield f'{where}: {value!r} is not one of the choices'
        if 'const' in schema and value != schema['const']:
            yield f'{where}: {value!r} is not {schema["const"]!r}'
        kinds = {'object': dict, 'array': list, 'string': str, 'boolean': bool,
                 'integer': int, 'number': (int, float)}
        kind = schema.get('type')
        if kind and (not isinstance(value, kinds[kind])
                     or (kind in ('integer', 'number') and isinstance(value, bool))):
            yield f'{where}: {value!r} is not of type {kind}'
            return
        yield from getattr(self, f'check_{kind}', self.check_other)(schema, value, where)

    def check_other(self, schema, value, where):
        return iter(())

    def check_object(self, schema, value, where):
        for name in schema.get('required', []):
            if name not in value:
                yield f'{where}: {name} is missing'
        for name, member in value.items():
            if name not in schema['properties']:
                yield f'{where}: {name} is not described'
            else:
                yield from self.check(schema['properties'][name], member, f'{where}.{name}')

    def check_array(self, schema, value, where):
        if not schema.get('minItems', 0) <= len(value) <= schema['maxItems']:
            yield f'{where}: has {len(value)} items'
        for number, item in enumerate(value):
            yield from self.check(schema['items'], item, f'{where}[{number}]')

    def check_string(self, schema, value, where):
        if not schema.get('minLength', 0) <= len(value) <= schema.get('maxLength', len(value)):
            yield f'{where}: has {len(value)} characters'
        if 'pattern' in schema and not re.search(schema['pattern'], value):
            yield f'{where}: {value!r} does not match'
        if schema.get('format') == 'date-time' and not re.fullmatch(
                r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z', value):
            yield f'{where}: {value!r} is not a time'

    def check_number(self, schema, value, where):
        if not schema.get('minimum', value) <= value <= schema.get('maximum', value):
            yield f'{where}: {value!r} is out of range'

    check_integer = check_number
