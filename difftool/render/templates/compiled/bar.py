"""Compiled from bar.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'bar.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_plain = resolve('plain')
    l_0_t = resolve('t')
    l_0_say = resolve('say')
    l_0_count_of_changes = resolve('count_of_changes')
    l_0_counts = resolve('counts')
    l_0_kinds = resolve('kinds')
    pass
    yield '<section class="bar" aria-label="'
    yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'Changes'))
    yield '">\n<span class="walk"><button type="button" id="previous" title="'
    yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'previous change'))
    yield ' (p, k)">↑<span class="heard"> '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'previous change'))
    yield '</span></button><button type="button" id="next" title="'
    yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'next change'))
    yield ' (n, j)">↓<span class="heard"> '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'next change'))
    yield '</span></button></span>\n<output id="status" aria-live="polite">'
    yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), *(undefined(name='count_of_changes') if l_0_count_of_changes is missing else l_0_count_of_changes)))
    yield '</output>\n<span class="chips">\n'
    def t_1(fiter):
        for (l_1_level, l_1_number, l_1_meaning) in fiter:
            if l_1_number:
                yield (l_1_level, l_1_number, l_1_meaning)
    for (l_1_level, l_1_number, l_1_meaning) in t_1((undefined(name='counts') if l_0_counts is missing else l_0_counts)):
        l_1_name = resolve('name')
        _loop_vars = {}
        pass
        yield '<button type="button" class="chip '
        yield escape(l_1_level)
        yield '" data-filter="'
        yield escape(l_1_level)
        yield '" aria-pressed="true" title="'
        yield escape(l_1_meaning)
        yield '">'
        yield escape(context.call((undefined(name='name') if l_1_name is missing else l_1_name), l_1_level, _loop_vars=_loop_vars))
        yield ' <b>'
        yield escape(l_1_number)
        yield '</b></button>\n'
    l_1_level = l_1_number = l_1_meaning = l_1_name = missing
    yield '</span>\n<span class="chips">\n'
    def t_2(fiter):
        for (l_1_kind, l_1_meaning, l_1_number) in fiter:
            if l_1_number:
                yield (l_1_kind, l_1_meaning, l_1_number)
    for (l_1_kind, l_1_meaning, l_1_number) in t_2((undefined(name='kinds') if l_0_kinds is missing else l_0_kinds)):
        l_1_name = resolve('name')
        _loop_vars = {}
        pass
        yield '<button type="button" class="chip '
        yield escape(l_1_kind)
        yield '" data-filter="'
        yield escape(l_1_kind)
        yield '" aria-pressed="true" title="'
        yield escape(l_1_meaning)
        yield '"><i class="swatch"></i>'
        yield escape(context.call((undefined(name='name') if l_1_name is missing else l_1_name), l_1_kind, _loop_vars=_loop_vars))
        yield ' <b>'
        yield escape(l_1_number)
        yield '</b></button>\n'
    l_1_kind = l_1_meaning = l_1_number = l_1_name = missing
    yield '</span>\n<span class="rest"><button type="button" id="inline" aria-pressed="false" title="u">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'inline view'))
    yield '</button><button type="button" id="fold" aria-pressed="false" title="o">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'open all'))
    yield '</button><button type="button" id="colours" aria-pressed="false" title="t">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'colours'))
    yield '</button><button type="button" id="language" title="l">'
    yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), '中文', 'English'))
    yield '</button><button type="button" id="help" title="?">?<span class="heard"> '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Keys and signs'))
    yield '</span></button></span>\n</section>\n'

blocks = {}
debug_info = '1=18&2=20&3=28&5=30&6=39&10=51&11=60&14=72'
jinja_version = '3.1.6'
source_digest = 'e208e625d6b96ae41e3144256a581b19852f58a5e6478df53285d3367a1bc57b'
