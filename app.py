"""The entry: `streamlit run app.py`. The server loads this file once, and Streamlit runs it for every visit."""

from pathlib import Path

if __name__ == "__main__":
    import streamlit as st

    from ui import navigation, own_words, pending, session

    st.set_page_config(
        page_title="还得起", page_icon=str(Path(__file__).parent / "ui/assets/favicon.png"), layout="wide"
    )
    session.start()
    own_words.translate()
    pending.show()
    navigation.run(session.wanted())
else:
    from streamlit.starlette import App

    from ui import server, shield

    app = App(__file__, middleware=server.MIDDLEWARE, lifespan=server.lifespan, on_script_error=shield.show)
