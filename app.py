"""The entry: `streamlit run app.py`. The server loads this file once, and Streamlit runs it for every visit."""

if __name__ == "__main__":
    import streamlit as st

    from ui import (
        explain,
        mode,
        navigation,
        others,
        own_words,
        pending,
        presenting,
        session,
        steps_back,
        whose,
        window_page,
    )

    st.set_page_config(page_title="还得起", layout="wide")
    if window_page.asked():
        window_page.run()
        st.stop()
    session.start()
    own_words.speak(session.current().language)
    whose.line()
    others.banner()
    steps_back.told()
    with st.container():  # a place of its own, so that nothing below it moves
        pending.show()
        explain.needs_outgoings()
    try:
        navigation.run(session.wanted(), session.change_language, session.know_the_tab, mode.watch)
    finally:
        presenting.follow(session.behind())
else:
    from streamlit.starlette import App

    from ui import server, shield

    app = App(__file__, middleware=server.MIDDLEWARE, lifespan=server.lifespan, on_script_error=shield.show)
