"""Compiled from facts.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'facts.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_counted = resolve('counted')
    l_0_differing = resolve('differing')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    yield '<table class="differing">\n<caption>'
    yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), t_1((undefined(name='differing') if l_0_differing is missing else l_0_differing)), 'fact'))
    yield ' that '
    yield escape(('differs' if (t_1((undefined(name='differing') if l_0_differing is missing else l_0_differing)) == 1) else 'differ'))
    yield '</caption>\n<thead><tr><th scope="col">fact</th><th scope="col">left</th><th scope="col">right</th></tr></thead>\n<tbody>\n'
    for l_1_row in (undefined(name='differing') if l_0_differing is missing else l_0_differing):
        _loop_vars = {}
        pass
        yield '<tr><th scope="row">'
        if environment.getattr(l_1_row, 'change'):
            pass
            yield '<a href="#'
            yield escape(environment.getattr(l_1_row, 'change'))
            yield '">'
            yield escape(environment.getattr(l_1_row, 'name'))
            yield '</a>'
        else:
            pass
            yield escape(environment.getattr(l_1_row, 'name'))
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
                yield '<span class="note">not in '
                yield escape(l_2_side)
                yield '</span>'
            yield '</td>'
        l_2_side = l_2_tag = l_2_text = missing
        yield '</tr>\n'
    l_1_row = missing
    yield '</tbody>\n</table>\n'

blocks = {}
debug_info = '2=20&5=24&6=28&7=39'
jinja_version = '3.1.6'
source_digest = 'ccd3e2a340ea6de2ac3b2287428290ffa4ad5a2adf5ca7cf9d69729b764aec5c'
