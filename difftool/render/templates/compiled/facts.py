"""Compiled from facts.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'facts.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_say = resolve('say')
    l_0_facts_that_differ = resolve('facts_that_differ')
    l_0_t = resolve('t')
    l_0_differing = resolve('differing')
    pass
    yield '<table class="differing">\n<caption>'
    yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), *(undefined(name='facts_that_differ') if l_0_facts_that_differ is missing else l_0_facts_that_differ)))
    yield '</caption>\n<thead><tr><th scope="col">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'fact'))
    yield '</th><th scope="col">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'left'))
    yield '</th><th scope="col">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'right'))
    yield '</th></tr></thead>\n<tbody>\n'
    for l_1_row in (undefined(name='differing') if l_0_differing is missing else l_0_differing):
        l_1_fact_name = resolve('fact_name')
        _loop_vars = {}
        pass
        yield '<tr><th scope="row">'
        if environment.getattr(l_1_row, 'change'):
            pass
            yield '<a href="#'
            yield escape(environment.getattr(l_1_row, 'change'))
            yield '">'
            yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), _loop_vars=_loop_vars, *context.call((undefined(name='fact_name') if l_1_fact_name is missing else l_1_fact_name), environment.getattr(l_1_row, 'name'), _loop_vars=_loop_vars)))
            yield '</a>'
        else:
            pass
            yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), _loop_vars=_loop_vars, *context.call((undefined(name='fact_name') if l_1_fact_name is missing else l_1_fact_name), environment.getattr(l_1_row, 'name'), _loop_vars=_loop_vars)))
        yield '</th>'
        for (l_2_side, l_2_tag, l_2_text) in (('left', 'del', environment.getattr(l_1_row, 'left')), ('right', 'ins', environment.getattr(l_1_row, 'right'))):
            _loop_vars = {}
            pass
            yield '<td>'
            if l_2_text:
                pass
                yield '<'
                yield escape(l_2_tag)
                yield ' dir="auto">'
                yield escape(l_2_text)
                yield '</'
                yield escape(l_2_tag)
                yield '>'
            else:
                pass
                yield '<span class="note">'
                yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), markup_join(('not in ', l_2_side, )), _loop_vars=_loop_vars))
                yield '</span>'
            yield '</td>'
        l_2_side = l_2_tag = l_2_text = missing
        yield '</tr>\n'
    l_1_row = l_1_fact_name = missing
    yield '</tbody>\n</table>\n'

blocks = {}
debug_info = '2=16&3=18&5=24&6=29&7=40'
jinja_version = '3.1.6'
source_digest = '819a4f371668b2678028cbfb04e279f85d9db4d96ac4b6248246254601432382'
