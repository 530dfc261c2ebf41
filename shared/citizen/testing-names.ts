/** Names and places for tests: common Kinh names part by part, names of minorities and of foreign origin, plain samples all. */

const list = (text: string): string[] => text.split(',').map((one) => one.trim());

export const surnames = list(
  'Nguyễn,Trần,Lê,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Đinh,Đoàn,Trịnh,Trương,Lâm,Mai,Đào,Cao,Lương,Tạ,Hà,Chu,Châu,Tô,Thái,Tăng,Quách,Kiều,La,Lưu,Từ,Tống,Giang,Văn,Nghiêm,Khúc,Cù,Ông,Âu,Ninh,Viên,Uông,Mạc,Phùng,Triệu,Nông,Vi,Lò,Lường,Quàng,Cầm,Hà,Bế,Hoàng,Lục,Ma,Chẩu,Giàng,Sùng,Vàng,Thào,Hạng,Lầu,Lý,Mùa,Cứ,Hờ,Tráng,Bàn,Phượng,Đặng,Tẩn,Chảo',
);
export const middles = list(
  'Văn,Thị,Hữu,Đức,Ngọc,Minh,Quang,Xuân,Thanh,Hồng,Thúy,Kim,Bảo,Gia,Anh,Tuấn,Công,Đình,Quốc,Trọng,Mạnh,Thế,Hoài,Diệu,Khánh,Phương,Như,Mỹ,Bích,Tường,Nhật,Chí,Duy,Viết,Bá,Sỹ,Phúc,Trung,Hải,Việt',
);
export const givens = list(
  'An,Anh,Ánh,Bình,Châu,Chi,Cường,Dũng,Dung,Duyên,Dương,Đạt,Đào,Giang,Hà,Hải,Hạnh,Hằng,Hiền,Hiếu,Hoa,Hòa,Hoài,Hoàng,Huệ,Hùng,Huyền,Huy,Hương,Khoa,Khuê,Kiên,Lan,Lâm,Liên,Linh,Loan,Long,Ly,Mai,Mẫu,Minh,My,Nam,Nga,Ngân,Ngoan,Ngọc,Nguyên,Nguyệt,Nhàn,Nhung,Oanh,Phong,Phúc,Phương,Quân,Quý,Quyên,Quỳnh,Sơn,Tâm,Thảo,Thắng,Thành,Thịnh,Thoa,Thu,Thuận,Thủy,Thúy,Thùy,Tiến,Toàn,Trang,Trâm,Trinh,Trung,Trường,Tú,Tuấn,Tuyết,Uyên,Vân,Vinh,Vũ,Vy,Xoan,Xuân,Yến,Ý,Hoè,Khuyến,Hoạt,Thuỳ,Giêng,Gấm,Quốc,Huỳnh,Bưu,Cựu,Hậu,Khoẻ,Xoong,Ngoạn,Thuở,Khuya',
);

export const minorityNames = list(
  "H'Mông Thí Dụ,Y Blô Niê,K'Sor Mẫu,Ksor H'Bia,Siu Black,Rơ Châm Mẫu,Rmah H'Lan,Nay H'Bar,Kpă H'Oanh,Rcom Sa,Ralan Lam,Y Djuer Byă,Y Thoa Kbuôr,H'Ngăm Niê Kđăm,H'Hen Mlô,Y Bhăm Êban,Y Ngông Kriêng,H Wương Ayun,Y Krak Hwing,A Lieng,Y Kôi,A Dao,Bling Thị Mẫu,Arất Bing,Zơrâm Thị Dụ,Alăng Mẫu,Bríu Liếc,Pơloong Plênh,Coor Thị Nghệ,Cơlâu Nhấp,Hôih Dzứ,Riah Dung,Hồ Văn Dụ,Hồ Thị Kăn Tréc,K'Brểu,K'Tas,Ka Des,Ka Nhàr,Ka Să Ha Hoang,Cil Mup Ha Tar,Liêng Jrang Ha Nas,Bon Yô Soan,Da Cat Ha Lem,Ndu Ha Biên,Touneh Hàn Đăng,Pi Năng Thị Hốn,Chamaléa Thị Thêm,Katơr Thị Mẫu,Kator Diện,Mấu Văn Phi,Cao Là Thừng,Tro Thị Thêu,Thạch Sô Phia,Kim Sô Phát,Sơn Sa Rây,Danh Út,Lâm Sa Vuông,Châu Sóc Khen,Neáng Phi Rum,Chau Ry Da,Sơn Ngọc Rươne,Mohamad Sen,Du Sô,Ro Mah Lin,Kiều Thị Yến,Thuận Ngọc Liêm,Quảng Đại Thính,Đạt Thị Thu,Lo Thị Phanh,Lò Thị Oi,Moong Thị Dụ,Xeo Văn Mẫu,Cụt Văn Toán,Lữ Thị Ốc,Vừ Bá Chừ,Giàng A Páo,Giàng Seo Phử,Sùng Thị Mỷ,Thào Seo Vu,Ly Mí Pó,Vàng Mí Sính,Hạng Mí De,Cháng Thị Nẩy,Tẩn Láo Tả,Phàn Lở Mẩy,Chìu Thị Kiều,Dìu Văn Mẫu,Sằn A Phúc,Trạc A Lìu,Lỳ Lỳ Xá,Pờ Pò Hừ,Khoàng Hờ Chừ,Chang Gió Dề,Vàng Lò Xự,Lù Văn Que,Lý Xé Xúy,Sần Lao Tả,Hờ A Nhà,Lầu A Dơ,Mùa A Sấu,Y Hoàng Ê Nuôl,H'Lim Niê Blô,Bdap,Kbuôr H'Ương,Êban Y Phu,Y Wan Ktla,Ama H'Nhan",
);

export const foreignNames = list(
  'Lee Max,Kim Soo Hyun,Park Ji Woo,Lee Eun Jin,Choi Moon,Wang Wei,Zhang Fei,Jones Mary,Alex Moore,Tom Ross,Hans Das,Lars Weeks,Jeff Tor,Nguyễn Alexander,Trần Max,Lê Tess,Phạm James,Maria Santos,Anna Petrova,Sophie Dubois,Yamada Taro,Chu Jen Hao,Ahmad Omar,Somchai Saw,Chris Adams,Rose Marx,Klaas Loos,Felix Bauer',
);

export const addresses = list(
  'Thôn 3; Xã Ea Kar; Tỉnh Đắk Lắk,Tổ 5; Phường Hoàng Văn Thụ; Thành phố Hà Nội,Buôn Đrao; Cư M’gar; Đắk Lắk,Làng Pleiku Roh; Phường Yên Thế; Gia Lai,Bản Noong Bua; Điện Biên Phủ; Điện Biên,Số 12A/5 đường D9; Khu phố 3; Bình Dương,KP5; TT. Đăk Rơve; Kon Tum,Đăk Choong; Đăk Glei; Kon Tum,Đăk Nhoóng; Ngọk Wang; Quảng Ngãi,Ấp 4A; Xã Tân Thạnh Tây; Hồ Chí Minh,Lô C1-2 KĐT Văn Quán; Hà Đông; Hà Nội,Xóm Gò; Sơn La,QL1A; Xã Phổ Châu; Đức Phổ; Quảng Ngãi,Thôn Kon Xơmluh; Kon Plông; Kon Tum,Krông Pắc; Ea Súp; Lắk; Đắk Lắk,Ấp2; Phước Hòa; Phú Giáo',
).map((one) => one.replaceAll(';', ','));
