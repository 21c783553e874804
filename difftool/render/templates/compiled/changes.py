"""Compiled from changes.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'changes.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_repeats = resolve('repeats')
    l_0_more_repeats = resolve('more_repeats')
    l_0_counted = resolve('counted')
    l_0_entries = resolve('entries')
    l_0_notes = resolve('notes')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    yield '<nav id="changes" aria-label="List of changes">\n'
    if (undefined(name='repeats') if l_0_repeats is missing else l_0_repeats):
        pass
        yield '<h2>Same replacement</h2>\n<ul class="groups">\n'
        for l_1_one in (undefined(name='repeats') if l_0_repeats is missing else l_0_repeats):
            _loop_vars = {}
            pass
            yield '<li class="'
            yield escape(environment.getattr(l_1_one, 'kind'))
            yield '" data-places="'
            for (l_2_ids, l_2_place) in environment.getattr(l_1_one, 'places'):
                _loop_vars = {}
                pass
                yield escape(environment.getitem(l_2_ids, 0))
                yield ' '
            l_2_ids = l_2_place = missing
            yield '"><a href="#'
            yield escape(environment.getitem(environment.getitem(environment.getitem(environment.getattr(l_1_one, 'places'), 0), 0), 0))
            yield '"><i class="swatch"></i><span dir="auto">'
            if environment.getattr(l_1_one, 'left'):
                pass
                yield '<del>'
                yield escape(environment.getattr(l_1_one, 'left'))
                yield '</del>'
            yield ' → '
            if environment.getattr(l_1_one, 'right'):
                pass
                yield '<ins>'
                yield escape(environment.getattr(l_1_one, 'right'))
                yield '</ins>'
            yield '</span> <b>×'
            yield escape(t_1(environment.getattr(l_1_one, 'places')))
            yield '</b></a>\n<div class="stops"><span class="walk"><button type="button" data-step="-1" title="previous place">↑<span class="heard"> previous place</span></button><button type="button" data-step="1" title="next place">↓<span class="heard"> next place</span></button></span>\n<details><summary>'
            yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), t_1(environment.getattr(l_1_one, 'places')), 'place', _loop_vars=_loop_vars))
            yield '</summary><p>'
            for (l_2_ids, l_2_place) in environment.getattr(l_1_one, 'places'):
                _loop_vars = {}
                pass
                yield '<a href="#'
                yield escape(environment.getitem(l_2_ids, 0))
                yield '">'
                yield escape(l_2_place)
                yield '</a> '
            l_2_ids = l_2_place = missing
            yield '</p></details></div></li>\n'
        l_1_one = missing
        yield '</ul>\n'
        if (undefined(name='more_repeats') if l_0_more_repeats is missing else l_0_more_repeats):
            pass
            yield '<p class="note">… and '
            yield escape(context.call((undefined(name='counted') if l_0_counted is missing else l_0_counted), (undefined(name='more_repeats') if l_0_more_repeats is missing else l_0_more_repeats), 'more replacement'))
            yield '</p>'
    yield '<h2>'
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
debug_info = '2=23&5=26&6=30&8=55&11=69&13=75&14=77&17=80&18=84&19=90&20=94&21=114&27=121&29=124'
jinja_version = '3.1.6'
source_digest = 'c6eef91e557a567b37ebaf9e9fc0ee8440376ac0d96346d623abfb76077f9b3a'
