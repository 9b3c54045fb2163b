#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A call between the product and a page in Debian's Chromium, whichever of the two offers.

Picture and sound arrive on both sides, what both agreed on is what a call is made of, muting is
heard and seen, and a new link takes the place of the first."""

import os
import re
import subprocess
import sys
import tempfile
import unittest

from support import own_network
from support.call_end import CallEnd
from support.chromium import PROGRAM, Caller
from support.waiting import wait_until

SMALL = 'a' * 26
LARGE = 'z' * 25 + 'y'
WIDTH, HEIGHT = 320, 180
BITRATE = 1_500_000
FEEDBACK = 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01'
# A quiet tone, and the beep of Chromium's microphone, are far above; silence is -100 dB.
HEARD = -50


def built(name):
    return os.path.join(os.environ['INTERVIEW_BUILD'], 'tests', 'media', name)


class Camera:
    """A file that a browser takes for a camera."""

    def __init__(self, folder):
        self.path = os.path.join(folder, 'camera.y4m')
        self.process = subprocess.Popen([built('file-camera'), self.path, str(WIDTH), str(HEIGHT)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdout.readline() == b'ready\n'

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def media_of(sdp):
    """The media sections of a session description, those that are used first."""
    sections = re.split(r'^(?=m=)', sdp, flags=re.MULTILINE)[1:]
    return [section.replace('\r', '') for section in sections]


def codec_of(section):
    """The name of the codec that a section prefers."""
    number = section.split('\n', 1)[0].split()[3]
    return re.search(rf'^a=rtpmap:{number} (\w+)/', section, re.MULTILINE).group(1).upper()


def feedback_id(section):
    return re.search(rf'^a=extmap:(\d+)\S* {re.escape(FEEDBACK)}', section, re.MULTILINE).group(1)


class Call:
    def __init__(self, folder, browser_offers):
        product, browser = (LARGE, SMALL) if browser_offers else (SMALL, LARGE)
        self.camera = Camera(folder)
        self.browser = Caller(folder, browser, product, BITRATE,
                              ['--headless',
                               f'--use-file-for-fake-video-capture={self.camera.path}'])
        self.product = CallEnd(built('call-end'), product, browser,
                               [f'--width={WIDTH}', f'--height={HEIGHT}'])
        self.kinds = []
        self.browser.on_signal = self.to_product
        self.product.on_signal = self.to_browser
        self.browser.watch()

    def to_product(self, signal):
        self.kinds.append(('browser', signal['kind']))
        self.product.hear(signal)

    def to_browser(self, signal):
        self.kinds.append(('product', signal['kind']))
        self.browser.hear(signal)

    def start(self):
        self.product.start()
        self.browser.start()

    def both_see(self):
        """New pictures with a clock in them on both sides, from now on."""
        shown = self.browser.report()['codes'], self.product.report()['codes']
        wait_until(lambda: self.browser.report()['codes'] > shown[0] + 5, 'pictures in the browser')
        wait_until(lambda: self.product.report()['codes'] > shown[1] + 5, 'pictures in the product')

    def both_hear(self):
        energy = self.browser.report()['energy']
        wait_until(lambda: self.browser.report()['energy'] > energy + 1e-4, 'sound in the browser')
        wait_until(lambda: self.product.report()['loudest'] > HEARD, 'sound in the product')

    def close(self):
        self.browser.close()
        self.product.close()
        self.camera.close()


# Where there is nothing but loopback Chromium names no address of its own, and who offers to it
# waits in vain.
@unittest.skipUnless(own_network.has_address(), 'there is no network, and none may be made')
class Browser(unittest.TestCase):
    def open(self, browser_offers):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        call = Call(folder.name, browser_offers)
        self.addCleanup(call.close)
        call.start()
        call.both_see()
        call.both_hear()
        return call

    def check_agreement(self, call, offerer):
        self.assertIn((offerer, 'offer'), call.kinds)
        report = call.browser.report()
        offered, answered = report['remote'], report['local']
        if offerer == 'browser':
            offered, answered = answered, offered
        for sdp in offered, answered:
            self.assertRegex(sdp, r'(?m)^a=group:BUNDLE \S+ \S+')
        used = [section for section in media_of(answered) if '\na=sendrecv' in section]
        self.assertEqual(sorted(codec_of(section) for section in used), ['OPUS', 'VP8'])
        for section in used:
            self.assertIn('\na=rtcp-mux\n', section)
        return [section for section in used if section.startswith('m=video')][0]

    def check_feedback(self, call):
        """Each side learns from the other what arrived, packet by packet, and so may send more."""
        wait_until(lambda: call.product.report()['acknowledged'] > 0, 'reports to the product')
        wait_until(lambda: call.browser.report()['pair'].get('availableOutgoingBitrate', 0)
                   > 400_000, 'the browser to send more')
        wait_until(lambda: 'received' in call.browser.report(), 'a report of the product')

    def check_mute(self, call):
        call.product.enable('audio', False)
        wait_until(lambda: self.is_silent(call), 'the browser to hear nothing')
        call.product.enable('audio', True)
        call.browser.enable('audio', False)
        wait_until(lambda: call.product.report()['microphone'] == 0, 'the word that it is muted')
        call.product.report()
        wait_until(lambda: self.hears_nothing(call), 'the product to hear nothing')
        call.browser.enable('audio', True)
        call.both_hear()
        call.browser.enable('video', False)
        wait_until(lambda: call.product.report()['camera'] == 0, 'the word that there is no camera')
        call.browser.enable('video', True)
        call.product.enable('video', False)
        call.product.enable('video', True)
        call.both_see()

    @staticmethod
    def is_silent(call):
        """No sound between two reports that a beep or a tone would be heard between."""
        energy = call.browser.report()['energy']
        try:
            wait_until(lambda: call.browser.report()['energy'] > energy + 1e-6, 'it', 1.5)
        except AssertionError:
            return True
        return False

    @staticmethod
    def hears_nothing(call):
        call.product.report()
        try:
            wait_until(lambda: call.product.report()['loudest'] > HEARD, 'it', 1.5)
        except AssertionError:
            return True
        return False

    def check_new_link(self, call):
        links = call.product.report()['links']
        call.browser.start()
        wait_until(lambda: call.product.report()['links'] > links, 'a new link')
        call.both_see()
        call.both_hear()
        self.assertEqual(call.product.report()['state'], 'connected')

    def test_product_offers(self):
        call = self.open(browser_offers=False)
        self.check_agreement(call, 'product')
        self.check_feedback(call)
        self.check_mute(call)
        self.check_new_link(call)

    def test_browser_offers(self):
        call = self.open(browser_offers=True)
        section = self.check_agreement(call, 'browser')
        # Chromium counts its extensions otherwise than we do, and it is its offer.
        self.assertNotEqual(feedback_id(section), '1')
        self.check_feedback(call)
        self.check_mute(call)
        self.check_new_link(call)


if __name__ == '__main__':
    if not os.path.exists(PROGRAM):
        print('Chromium is not installed')
        sys.exit(77)
    own_network.enter()
    unittest.main(verbosity=2)
