"""Compiled from changes.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'changes.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_counted = resolve('counted')
    l_0_entries = resolve('entries')
    l_0_groups = resolve('groups')
    l_0_notes = resolve('notes')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    yield '<nav id="changes" aria-label="List of changes">\n<h2>'
    yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), t_1((undefined(name='entries') if l_0_entries is missing else l_0_entries)), 'change'))
    yield '</h2>\n'
    if (undefined(name='entries') if l_0_entries is missing else l_0_entries):
        pass
        yield '<div role="list">\n'
        for l_1_entry in (undefined(name='entries') if l_0_entries is missing else l_0_entries):
            _loop_vars = {}
            pass
            yield '<div role="listitem" class="entry '
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'kind'))
            yield ' '
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'significance'))
            yield '"><a href="#'
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'id'))
            yield '">\n<span class="about"><i class="swatch"></i>'
            yield escape(environment.getattr(environment.getattr(l_1_entry, 'change'), 'kind'))
            yield ' <span class="place">'
            yield escape(environment.getattr(l_1_entry, 'place'))
            yield '</span></span>\n<span class="reading" dir="auto">'
            yield escape(environment.getattr(l_1_entry, 'before'))
            if (environment.getattr(environment.getattr(l_1_entry, 'change'), 'shape') == 'move'):
                pass
                yield '<b>'
                yield escape(environment.getattr(l_1_entry, 'right'))
                yield '</b>'
            else:
                pass
                if environment.getattr(l_1_entry, 'left'):
                    pass
                    yield '<del>'
                    yield escape(environment.getattr(l_1_entry, 'left'))
                    yield '</del>'
                if environment.getattr(l_1_entry, 'right'):
                    pass
                    yield '<ins>'
                    yield escape(environment.getattr(l_1_entry, 'right'))
                    yield '</ins>'
            yield escape(environment.getattr(l_1_entry, 'after'))
            yield '</span>\n<span class="note">'
            yield escape(environment.getattr(l_1_entry, 'note'))
            yield '</span></a></div>\n'
        l_1_entry = missing
        yield '</div>\n'
    else:
        pass
        yield '<p class="note">Nothing to list.</p>\n'
    if (undefined(name='groups') if l_0_groups is missing else l_0_groups):
        pass
        yield '<h2>Same replacement</h2>\n<ul class="groups">\n'
        for (l_1_kind, l_1_one, l_1_other, l_1_changes) in (undefined(name='groups') if l_0_groups is missing else l_0_groups):
            _loop_vars = {}
            pass
            yield '<li class="'
            yield escape(l_1_kind)
            yield '"><a href="#'
            yield escape((environment.getitem(l_1_changes, 0) if l_1_changes else cond_expr_undefined("the inline if-expression on line 20 in 'changes.html.j2' evaluated to false and no else section was defined.")))
            yield '"><i class="swatch"></i><span dir="auto"><del>'
            yield escape(l_1_one)
            yield '</del> → <ins>'
            yield escape(l_1_other)
            yield '</ins></span> <b>×'
            yield escape(t_1(l_1_changes))
            yield '</b></a></li>\n'
        l_1_kind = l_1_one = l_1_other = l_1_changes = missing
        yield '</ul>\n'
    if (undefined(name='notes') if l_0_notes is missing else l_0_notes):
        pass
        yield '<h2>Notes</h2>\n<ul class="notes">'
        for l_1_note in (undefined(name='notes') if l_0_notes is missing else l_0_notes):
            _loop_vars = {}
            pass
            yield '<li>'
            yield escape(l_1_note)
            yield '</li>'
        l_1_note = missing
        yield '</ul>\n'
    yield '</nav>\n'

blocks = {}
debug_info = '2=22&3=24&6=27&7=31&8=37&9=41&10=61&16=68&19=71&20=75&24=87&26=90'
jinja_version = '3.1.6'
source_digest = 'c5987f7d6923bfbbf72c5a66b92667c4e2bb6a86f916491d23aa4cc98eceadbf'
