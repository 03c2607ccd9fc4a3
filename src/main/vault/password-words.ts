/**
 * What people here put together when a password is asked for: written as the alphabet without marks and spaces, long
 * enough not to lie in other words by accident: the word itself and what a form asks for, love, greetings and wishes,
 * places, football and songs, keys beside each other. Each is judged with whatever digits and signs stand around it.
 */
export const COMMON_PHRASES: readonly string[] = wordsIn(`
  matkhau matma matkhaumoi matkhaucu dangnhap taikhoan quantri quantrivien nhanvien truongban photruongban giamdoc
  ketoan vanphong congty cophan khieunai baomat thongtin canhan website admin password welcome login khongcomatkhau
  quenmatkhau doimatkhau bimat tuyetmat cuatoi cuaem cuaanh cuachungtoi cuaminh cuaban chungta chungtoi khongbiet
  khongnho khongcogi anhyeuem emyeuanh yeuem yeuanh yeuthuong nhoem nhoanh nhieulam ratnhieu maimai suotdoi trondoi
  mottinhyeu tinhyeu yeudoi yeunguoi nguoiyeu voyeu chongyeu conyeu bome chame giadinh yeumenhieu yeume yeubo emoi
  anhoi nhonhau yeunhau iloveyou loveyou forever motminh haichungta xinchao chaoban chaoem camon hanhphuc
  maymanphatdat mayman phattai phatloc phatdat loclacphat lacloc thanhcong binhan anlac vuive suckhoe chucmung
  chucmungnammoi nammoi namcu giangsinh sinhnhat happy tetden lixi dilam vietnam hanoi saigon hochiminh thanhpho
  tphcm danang haiphong cantho nhatrang dalat vungtau binhduong dongnai nghean thanhhoa quangninh halong hue
  quynhon phuquoc longan tiengiang bentre camau thainguyen namdinh haiduong hungyen bacninh bacgiang ninhbinh
  quangnam binhthuan daklak sapa thudo tauhoa vinhphuc thudau thuduc phuyen khanhhoa xuhue mientay mienbac vodich
  bongda vietnamvodich doituyen manchester arsenal chelsea liverpool ronaldo messi quanghai congphuong sontung mtp
  bacho bachovidai doclap tudo tudohanhphuc toquoc quehuong datnuoc conrongchautien motconvit convitconvit conco
  bebe trungthu mualanh muaxuan muahe muathu muadong qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm abcdef
  abcabc aabbcc abcxyz khongten linhtinh vovan banhmi phobo caphe trasua tradada
`)

/** Family names, first in a name. */
export const FAMILY_NAMES: readonly string[] = wordsIn(`
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan lam mai trinh dao cao luong luu
  ta tong chau quach thai kieu nghiem phung truong to ha ton tang
`)

/** What else a name is made of. */
export const GIVEN_NAMES: readonly string[] = wordsIn(`
  thi van duc ngoc minh thanh huu quang xuan kim thu hong quoc anh bao gia tuan hung dung huy lan hoa hue cuc linh
  trang phuong thao hien hang ha giang nam bac son hai long phuc loc tho an binh khanh khoa khoi kien cuong manh
  tien dat thang trung hieu nghia tri tin tam nhi nhu quynh yen oanh uyen vy my mai lien loan nga ngan nhung thuy
  thuong trinh truc tuyet van viet vinh vuong bich chi dao diem dieu duyen hanh hoai hoang lam ly men phat phu quan
  quyen sang tai tan tu toan
`)

function wordsIn(text: string): readonly string[] {
  return text.trim().split(/\s+/u)
}
