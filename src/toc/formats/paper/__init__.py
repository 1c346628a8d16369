"""PDF in its parts: pieces of a picture, how they are painted, their structure, and posters of many sheets."""
