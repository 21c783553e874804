"""Some 200 characters each in languages that are not Chinese, written for these tests."""

FRENCH = (
    "L’été dernier, à la fête du village, on a débattu du règlement : « Où va l’argent des contribuables ? » "
    "Le maire, gêné, répondit que le coût s’élevait à 1 200 € et qu’aucun élève n’en avait été privé. Voilà."
)
GERMAN = (
    "Über die Änderung der Geschäftsordnung wurde heiß gestritten; schließlich beschloß der Ausschuß, die "
    "Gebühren für kleine Betriebe zu ermäßigen. „Das hätte man früher tun müssen“, sagte der Bürgermeister."
)
ENGLISH = (
    "It’s the council’s view that the fee – about £40 – wasn’t due. “We don’t agree,” said the members’ own "
    "lawyer, who’d read the café’s lease twice; “it’s plainly void…”"
)
JAPANESE = (
    "昨年の夏、町の図書館で小さな展示会が開かれた。古い地図や写真のほかに、住民が寄せた手紙も並べられ、"
    "訪れた人は足を止めて読みふけっていた。主催者は「来年もぜひ続けたい」と話している。カメラやノートを手にした"
    "学生の姿も多く、初日だけで三百人が入場したという。入場は無料で、午前十時から午後五時まで開いている。"
)
KOREAN = (
    "지난해 여름 시립 도서관에서 작은 전시회가 열렸다. 오래된 지도와 사진뿐 아니라 주민들이 보낸 편지도 함께 놓여 있어 "
    "찾아온 사람들은 걸음을 멈추고 읽었다. 주최 측은 내년에도 계속하고 싶다고 말했다. 학생들의 모습도 많았으며 "
    "첫날에만 삼백 명이 입장했다고 한다. 입장료는 없고 오전 열 시부터 오후 다섯 시까지 문을 연다."
)
RUSSIAN = (
    "Прошлым летом в городской библиотеке открылась небольшая выставка. Кроме старых карт и фотографий, там были "
    "письма жителей, и посетители подолгу читали их. Организаторы говорят, что хотели бы продолжить и в будущем году."
)
CODE = "// 打印结果，然后结束\nprint('你好，世界')\n"
MASKED = "****年新冠肺炎疫情发生后，联合**个部门制定了xx项政策，涉及某省某市的企业××家，金额达xxxx万元，同比增长**%。"
LEDGER = "项目编号：ZB-2021-0045，预算：1,250,000.00元。联系人：王**，电话：138****5678，邮箱：abc_def@example.com。"
VERSE = "床前明月光，疑是地上霜。举头望明月，低头思故乡。白日依山尽，黄河入海流。欲穷千里目，更上一层楼。"
